using Microsoft.AspNetCore.Http;
using Pod.Protocol;
using Pod.Runtime.Calls;

namespace Pod.Runtime;

/// <summary>One call as the generated dispatch sees it: its session, its arguments and its input streams.</summary>
/// <remarks>Arguments are decoded when they are read, from the bytes that arrived. Read them before the method runs.</remarks>
public sealed class PodCall
{
    private readonly EndpointMethod _method;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly ArgumentRange[] _arguments;
    private readonly ICallInputs? _inputs;
    private readonly DirectValues? _direct;

    internal PodCall(Session session, Endpoint endpoint, EndpointMethod method, DirectValues direct, ICallInputs? inputs)
        : this(session, endpoint, method, ReadOnlyMemory<byte>.Empty, inputs)
        => _direct = direct;

    internal PodCall(Session session, Endpoint endpoint, EndpointMethod method, ReadOnlyMemory<byte> body, ICallInputs? inputs)
    {
        Session = session;
        Endpoint = endpoint;
        _method = method;
        _body = body;
        _inputs = inputs;
        _arguments = ArgumentReader.Locate(body.Span, method);
    }

    /// <summary>The call's session.</summary>
    public Session Session { get; }

    /// <summary>The token of the call's session.</summary>
    public CancellationToken CancellationToken => Session.CancellationToken;

    // The instance that the call runs on.
    internal Endpoint Endpoint { get; }

    /// <summary>The JSON of an argument as it arrived, for filters; empty where it is absent. Valid during the call.</summary>
    public ReadOnlyMemory<byte> GetArgument(string name)
    {
        var index = Array.IndexOf(_method.ArgumentPaths, "$." + name);
        return index < 0 ? default : Slice(index);
    }

    /// <summary>Reads an argument that must be there.</summary>
    public T Read<T>(int index, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return IsAbsentOrNull(index)
            ? throw Refuse($"The argument '{_method.Parameters[index]}' is missing or null.")
            : Decode(index, codec);
    }

    /// <summary>Reads an argument that has a default value.</summary>
    public T ReadOptional<T>(int index, JsonCodec<T> codec, T defaultValue)
        => IsAbsent(index) ? defaultValue : Read(index, codec);

    /// <summary>One of the call's input streams. It can be enumerated once.</summary>
    public IAsyncEnumerable<T> Stream<T>(string name, JsonCodec<T> codec)
        => _inputs is null ? throw new InvalidOperationException($"'{_method.Name}' has no stream '{name}'.") : _inputs.Open(name, codec);

    internal bool IsAbsent(int index) => _direct is null ? !_arguments[index].IsPresent : !_direct.Has(_method.Parameters[index]);

    internal bool IsAbsentOrNull(int index)
        => IsAbsent(index) || (_direct is null ? Slice(index).Span.SequenceEqual("null"u8) : _direct.IsNull(_method.Parameters[index]));

    internal T Decode<T>(int index, JsonCodec<T> codec)
    {
        if (_direct is not null)
        {
            return _direct.Get<T>(_method.Parameters[index]);
        }

        try
        {
            return PodJson.Decode(codec, Slice(index).Span, _method.ArgumentPaths[index], JsonAudience.Visible);
        }
        catch (PodJsonException e)
        {
            throw Refuse($"The argument '{_method.Parameters[index]}' does not fit. {e.Message}");
        }
    }

    private static CallRefusedException Refuse(string text) => new(StatusCodes.Status400BadRequest, text);

    private ReadOnlyMemory<byte> Slice(int index) => _body.Slice(_arguments[index].Start, _arguments[index].Length);
}
