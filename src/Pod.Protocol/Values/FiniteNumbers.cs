namespace Pod.Protocol.Values;

/// <summary>What vectors demand of their numbers: pgvector takes neither NaN nor infinities, and JSON has no form for them.</summary>
internal static class FiniteNumbers
{
    public static void Require(ReadOnlySpan<float> values, string parameter)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A vector has at least one number.", parameter);
        }

        RequireFinite(values, parameter);
    }

    public static void RequireFinite(ReadOnlySpan<float> values, string parameter)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException($"The number at index {i} is NaN or infinite.", parameter);
            }
        }
    }

    /// <summary>Whether no number becomes infinite in half precision.</summary>
    public static bool FitHalf(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (!Half.IsFinite((Half)value))
            {
                return false;
            }
        }

        return true;
    }

    public static int HashOf(ReadOnlySpan<float> values)
    {
        var hash = new HashCode();
        hash.Add(values.Length);
        foreach (var value in values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
