namespace Pod.Protocol.Streams;

/// <summary>What the cookies of a socket's handshake are to a call that a web page opens on it; the texts in brackets are their names on the wire.</summary>
public enum StreamCookieMode
{
    /// <summary>They say who calls, where the opening brings no credentials itself (<c>cookie</c>).</summary>
    Credentials,

    /// <summary>They are there, but do not say who calls (<c>cookie-transport</c>).</summary>
    Transport,
}
