using Pod.Protocol;

namespace Pod.Database;

/// <summary>Optional reading of JSON for value types; <see cref="RowReader.JsonOrNull"/> is its twin for reference types.</summary>
public static class RowReaderStructExtensions
{
    /// <summary>Reads a value type that is stored as JSON, or null.</summary>
    public static T? JsonOrNull<T>(this RowReader row, int ordinal, JsonCodec<T> codec)
        where T : struct
        => row.IsNull(ordinal) ? null : row.Json(ordinal, codec);
}
