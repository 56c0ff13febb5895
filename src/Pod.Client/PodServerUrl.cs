namespace Pod.Client;

/// <summary>The rules for addresses of servers.</summary>
internal static class PodServerUrl
{
    public static Uri Normalize(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
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
        => new UriBuilder(new Uri(url, "v1/websocket")) { Scheme = url.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;
}
