package payroll;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;

class Examples {
    static List<Object> examples() {
        EmployeeBean full = new EmployeeBean(5L, new Date(1_000_000_000_000L));
        full.seteMail("a@example.org");
        full.setFired(new Date(1_100_000_000_000L));
        full.setFullTime(Boolean.FALSE);
        full.setLevel(3);
        full.setRoom((short) 12);
        full.setInitial('A');
        full.setQuota(0.5f);
        full.setHours(38.5);
        full.setManager(true);
        full.setSalary(new BigDecimal("1000.00"));
        full.setPhoto(new byte[] {1, 2});
        full.setShifts(new int[] {1, 3});
        full.setRoles(new String[] {"cook", null});
        full.setPhones(List.of("1", "2"));
        full.setLeave(Map.of("2024", 30));
        return List.of(full, new EmployeeBean(6L, new Date(0)));
    }
}
