namespace Pod.Testing;

/// <summary>The call needs a login; over HTTP this is a 401.</summary>
public sealed class PodUnauthenticatedException : PodTestException
{
    internal PodUnauthenticatedException(string endpoint, string method)
        : base($"'{endpoint}.{method}' needs somebody who is signed in. Call it with Sessions.With(AuthOverride.SignedIn(\"…\")).")
    {
    }
}
