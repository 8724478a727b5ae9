package org.domaintypesystem.schema;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where types travel: every type has one multicast group, which follows from its id alone. Two types may share a group;
 * that costs bandwidth, nothing else.
 */
public final class MulticastGroups {
    /** The UDP port of all groups. */
    public static final int PORT = 5387;

    /** The group of messages that are about no single type. It lies outside the pool of {@link #groupOf}. */
    public static final Inet4Address CONTROL = address(0, 87);

    private static final int HOSTS = 256;
    private static final int FIRST_SUBNET = 1;
    private static final int LAST_SUBNET = 254;

    /** 239.255.76.67 belongs to LCM, another protocol that shares data by multicast. */
    private static final int LCM = (76 - FIRST_SUBNET) * HOSTS + 67;

    private static final int POOL_SIZE = (LAST_SUBNET - FIRST_SUBNET + 1) * HOSTS - 1;

    private MulticastGroups() {}

    /** The group of a type: 239.255.1.0 to 239.255.254.255 without 239.255.76.67, by {@code typeId} modulo 65 023. */
    public static Inet4Address groupOf(long typeId) {
        int index = (int) Long.remainderUnsigned(typeId, POOL_SIZE);
        int position = index < LCM ? index : index + 1;
        return address(FIRST_SUBNET + position / HOSTS, position % HOSTS);
    }

    private static Inet4Address address(int subnet, int host) {
        try {
            return (Inet4Address)
                    InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, (byte) subnet, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
