namespace Pod.Protocol.Streams;

/// <summary>The kinds of frames that travel over a stream socket; the texts in brackets are their names on the wire.</summary>
public enum StreamFrameType
{
    /// <summary>A sign of life that asks for one (<c>ping</c>).</summary>
    Ping,

    /// <summary>The answer to a ping (<c>pong</c>).</summary>
    Pong,

    /// <summary>The client opens a call (<c>omsc</c>).</summary>
    Open,

    /// <summary>The server's answer to an opening (<c>omsr</c>).</summary>
    OpenResult,

    /// <summary>An item of a stream (<c>msm</c>).</summary>
    Item,

    /// <summary>A model exception (<c>msse</c>).</summary>
    Failure,

    /// <summary>A stream ends (<c>cmsc</c>).</summary>
    Close,

    /// <summary>The other side sent something that is no frame (<c>brm</c>).</summary>
    BadFrame,
}
