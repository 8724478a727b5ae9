package brewery;

/** A second dashboard, which is started late: it shows at once what was said before. */
final class OfficeDashboard {
    private OfficeDashboard() {}

    public static void main(String[] args) throws InterruptedException {
        Dashboard.run("office");
    }
}
