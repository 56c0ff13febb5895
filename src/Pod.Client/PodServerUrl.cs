namespace Pod.Client;

/// <summary>The rules for addresses of servers.</summary>
internal static class PodServerUrl
{
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps];

    // Aspire's service discovery: the first scheme that the service offers.
    private static readonly string[] ServiceSchemes = ["https+http", "http+https"];

    public static Uri Normalize(Uri url, bool allowsServiceNames)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (!Schemes.Contains(url.Scheme) && !(allowsServiceNames && ServiceSchemes.Contains(url.Scheme))))
        {
            throw new ArgumentException($"The server's address must be absolute and start with http:// or https://, but it is '{url}'.", nameof(url));
        }

        if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new ArgumentException("The server's address must have neither a query nor a fragment.", nameof(url));
        }

        return url.AbsolutePath.EndsWith('/') ? url : new UriBuilder(url) { Path = url.AbsolutePath + "/" }.Uri;
    }

    public static Uri StreamSocket(Uri url)
        => new UriBuilder(new Uri(url, "v1/websocket")) { Scheme = url.Scheme == Uri.UriSchemeHttp ? "ws" : "wss" }.Uri;
}
