package payroll;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.annotation.DtsType;

@DtsType
public class EmployeeBean implements Serializable, Comparable<EmployeeBean> {
    private static final long serialVersionUID = 42L;
    public static final String TABLE = "EMPLOYEE";

    private Long employeeId;
    private String eMail;
    private Date hired;
    @Nullable
    private Date fired;
    private Boolean fullTime;
    private Integer level;
    private Short room;
    private Character initial;
    private Float quota;
    private double hours;
    private boolean isManager;
    private BigDecimal salary;
    private byte[] photo;
    private int[] shifts;
    private String[] roles;
    private ArrayList<String> phones = new ArrayList<>();
    private HashMap<String, Integer> leave = new HashMap<>();
    private transient String cached;

    public EmployeeBean() {
        super();
    }

    public EmployeeBean(Long employeeId, Date hired) {
        this.employeeId = employeeId;
        this.hired = hired;
    }

    public Long getEmployeeId() {
        return employeeId;
    }

    public void setEmployeeId(Long employeeId) {
        this.employeeId = employeeId;
    }

    public String geteMail() {
        return eMail;
    }

    public void seteMail(String eMail) {
        this.eMail = eMail;
    }

    public Date getHired() {
        return hired == null ? null : new Date(hired.getTime());
    }

    public void setHired(Date hired) {
        this.hired = hired;
    }

    public Date getFired() {
        return fired;
    }

    public void setFired(Date fired) {
        this.fired = fired;
    }

    public Boolean getFullTime() {
        return fullTime;
    }

    public void setFullTime(Boolean fullTime) {
        this.fullTime = fullTime;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer level) {
        this.level = level;
    }

    public Short getRoom() {
        return room;
    }

    public void setRoom(Short room) {
        this.room = room;
    }

    public Character getInitial() {
        return initial;
    }

    public void setInitial(Character initial) {
        this.initial = initial;
    }

    public Float getQuota() {
        return quota;
    }

    public void setQuota(Float quota) {
        this.quota = quota;
    }

    public double getHours() {
        return hours;
    }

    public void setHours(double hours) {
        this.hours = hours;
    }

    public boolean isManager() {
        return isManager;
    }

    public void setManager(boolean isManager) {
        this.isManager = isManager;
    }

    public BigDecimal getSalary() {
        return salary;
    }

    public void setSalary(BigDecimal salary) {
        this.salary = salary;
    }

    public byte[] getPhoto() {
        return photo;
    }

    public void setPhoto(byte[] photo) {
        this.photo = photo;
    }

    public int[] getShifts() {
        return shifts;
    }

    public void setShifts(int[] shifts) {
        this.shifts = shifts;
    }

    public String[] getRoles() {
        return roles;
    }

    public void setRoles(String[] roles) {
        this.roles = roles;
    }

    public List<String> getPhones() {
        return phones;
    }

    public void setPhones(List<String> phones) {
        this.phones = phones == null ? null : new ArrayList<>(phones);
    }

    public Map<String, Integer> getLeave() {
        return leave;
    }

    public void setLeave(Map<String, Integer> leave) {
        this.leave = new HashMap<>(leave);
    }

    @Override
    public int compareTo(EmployeeBean other) {
        return employeeId.compareTo(other.employeeId);
    }

    @Override
    public int hashCode() {
        return employeeId == null ? 0 : employeeId.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmployeeBean && ((EmployeeBean) other).employeeId.equals(employeeId);
    }
}
