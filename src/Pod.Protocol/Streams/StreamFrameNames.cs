using System.Text.Json;

namespace Pod.Protocol.Streams;

/// <summary>The spellings of the wire. The order of each list is that of its enum.</summary>
internal static class StreamFrameNames
{
    private static readonly string[] Types = ["ping", "pong", "omsc", "omsr", "msm", "msse", "cmsc", "brm"];

    private static readonly string[] OpenResults =
        ["success", "endpointNotFound", "authenticationFailed", "authorizationDeclined", "invalidArguments"];

    private static readonly string[] CloseReasons = ["done", "error"];

    private static readonly string[] CookieModes = ["cookie", "cookie-transport"];

    public static string Of(StreamFrameType type) => Types[(int)type];

    public static string Of(StreamOpenResult result) => OpenResults[(int)result];

    public static string Of(StreamCloseReason reason) => CloseReasons[(int)reason];

    public static StreamFrameType TypeOf(ref Utf8JsonReader reader) => (StreamFrameType)IndexOf(ref reader, Types);

    public static StreamOpenResult OpenResultOf(ref Utf8JsonReader reader) => (StreamOpenResult)IndexOf(ref reader, OpenResults);

    public static StreamCloseReason CloseReasonOf(ref Utf8JsonReader reader) => (StreamCloseReason)IndexOf(ref reader, CloseReasons);

    public static StreamCookieMode CookieModeOf(ref Utf8JsonReader reader) => (StreamCookieMode)IndexOf(ref reader, CookieModes);

    private static int IndexOf(ref Utf8JsonReader reader, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        throw new FormatException("The text is none that the wire knows.");
    }
}
