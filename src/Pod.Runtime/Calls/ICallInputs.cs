using Pod.Protocol;

namespace Pod.Runtime.Calls;

/// <summary>The input streams of a call.</summary>
internal interface ICallInputs
{
    IAsyncEnumerable<T> Open<T>(string name, JsonCodec<T> codec);
}
