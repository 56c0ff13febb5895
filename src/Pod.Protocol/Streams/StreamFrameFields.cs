namespace Pod.Protocol.Streams;

/// <summary>What a frame's <c>data</c> held, before it is known whether that is enough.</summary>
internal struct StreamFrameFields
{
    public ReadOnlyMemory<byte>? Endpoint;
    public ReadOnlyMemory<byte>? Method;
    public Guid? CallId;
    public string? Parameter;
    public ReadOnlyMemory<byte>? Value;
    public ReadOnlyMemory<byte>? Arguments;
    public ReadOnlyMemory<byte>? Offending;
    public List<string>? Inputs;
    public string? Authorization;
    public StreamCookieMode? CookieMode;
    public string? TraceParent;
    public StreamOpenResult? OpenResult;
    public StreamCloseReason? CloseReason;

    public readonly bool AreCompleteFor(StreamFrameType type, bool hasData)
    {
        var isAddressed = hasData && Endpoint is not null && Method is not null && CallId is not null;
        return type switch
        {
            StreamFrameType.Ping or StreamFrameType.Pong or StreamFrameType.BadFrame => true,
            StreamFrameType.Open => isAddressed && Arguments is not null,
            StreamFrameType.OpenResult => isAddressed && OpenResult is not null,
            StreamFrameType.Item or StreamFrameType.Failure => isAddressed && Value is not null,
            _ => isAddressed && CloseReason is not null,
        };
    }

    public readonly StreamFrame ToFrame(StreamFrameType type) => new()
    {
        Type = type,
        CallId = CallId ?? default,
        EndpointUtf8 = Endpoint ?? default,
        MethodUtf8 = Method ?? default,
        Parameter = Parameter,
        Payload = (type switch
        {
            StreamFrameType.Open => Arguments,
            StreamFrameType.BadFrame => Offending,
            _ => Value,
        }) ?? default,
        Inputs = Inputs!,
        Authorization = Authorization,
        CookieMode = CookieMode,
        TraceParent = TraceParent,
        OpenResult = OpenResult ?? default,
        CloseReason = CloseReason ?? default,
    };
}
