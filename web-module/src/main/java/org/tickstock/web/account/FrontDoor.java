package org.tickstock.web.account;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How a client addressed this server, whether or not a proxy stands in front.
 *
 * <p>Thread: immutable.
 *
 * @param host host and port as the client's address bar has them, or null when the request names none
 * @param secure whether the client speaks https
 * @param clientAddress the client's address, as far as it is known
 */
public record FrontDoor(String host, boolean secure, String clientAddress) {

    /** Reads a request; what a proxy forwarded counts only where that is trusted. */
    public static FrontDoor of(HttpServletRequest request, boolean trustForwarded) {
        FrontDoor direct = new FrontDoor(
                request.getHeader("Host"), request.isSecure(), request.getRemoteAddr());
        return trustForwarded
                ? direct.behind(request.getHeader("X-Forwarded-Host"), request.getHeader("X-Forwarded-Proto"),
                        request.getHeader("X-Forwarded-For"))
                : direct;
    }

    /** The same seen through a proxy's headers; of a list the last entry counts, which the nearest proxy added. */
    FrontDoor behind(String forwardedHost, String forwardedProto, String forwardedFor) {
        String proto = last(forwardedProto);
        return new FrontDoor(
                forwardedHost == null ? host : last(forwardedHost),
                proto == null ? secure : proto.equalsIgnoreCase("https"),
                forwardedFor == null ? clientAddress : last(forwardedFor));
    }

    private static String last(String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1).strip();
    }
}
