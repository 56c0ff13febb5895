using System.Buffers.Binary;

namespace Pod.Database.Columns.Vectors;

/// <summary>pgvector's binary forms, which COPY needs: it knows no casts.</summary>
internal static class VectorBinary
{
    public static byte[] Of(Vector vector)
    {
        var values = vector.ToArray();
        var bytes = new byte[4 + (values.Length * 4)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)values.Length);
        WriteSingles(bytes.AsSpan(4), values);
        return bytes;
    }

    public static byte[] Of(HalfVector vector)
    {
        var values = vector.ToArray();
        var bytes = new byte[4 + (values.Length * 2)];
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteHalfBigEndian(bytes.AsSpan(4 + (i * 2)), values[i]);
        }

        return bytes;
    }

    public static byte[] Of(SparseVector vector)
    {
        var count = vector.Indices.Length;
        var bytes = new byte[12 + (count * 8)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, vector.Dimension);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), count);
        for (var i = 0; i < count; i++)
        {
            // Indices count from 1 in text and from 0 here.
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12 + (i * 4)), vector.Indices[i] - 1);
        }

        WriteSingles(bytes.AsSpan(12 + (count * 4)), vector.Values);
        return bytes;
    }

    private static void WriteSingles(Span<byte> target, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleBigEndian(target[(i * 4)..], values[i]);
        }
    }
}
