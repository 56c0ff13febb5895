using Pod.Protocol;

namespace Pod.Runtime;

/// <summary>Reads arguments of value types that may be null.</summary>
public static class PodCallStructExtensions
{
    /// <summary>Reads an argument that may be absent or null.</summary>
    public static T? ReadOrNull<T>(this PodCall call, int index, JsonCodec<T> codec)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.IsAbsentOrNull(index) ? null : call.Decode(index, codec);
    }

    /// <summary>Reads an argument that may be null, and has a default value for when it is absent.</summary>
    public static T? ReadOrNull<T>(this PodCall call, int index, JsonCodec<T> codec, T? defaultValue)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.IsAbsent(index) ? defaultValue : call.ReadOrNull(index, codec);
    }
}
