package classes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

class Filled {
    static List<Object> examples() {
        Owner owner = new Owner();
        owner.setName("Ann");
        for (String name : List.of("Rex", "Tom")) {
            Pet pet = new Pet();
            pet.setName(name);
            pet.getVisits().add("spring");
            owner.addPet(pet);
        }
        owner.getNotes().put("telephone", 1);
        return List.of(owner, new Owner());
    }

    /** Its collections are there from the start, and have no setters. */
    @DtsType
    static class Owner {
        private String name;
        private final List<Pet> pets = new ArrayList<>();
        private final Map<String, Integer> notes = new LinkedHashMap<>();

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public List<Pet> getPets() {
            return pets;
        }

        public void addPet(Pet pet) {
            getPets().add(pet);
        }

        public Map<String, Integer> getNotes() {
            return notes;
        }
    }

    @DtsValue
    static class Pet {
        private String name;
        private final Set<String> visits = new LinkedHashSet<>();

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public Collection<String> getVisits() {
            return visits;
        }
    }
}
