namespace Pod.Database;

/// <summary>
/// The right side of <c>==</c> and <c>!=</c>. Its conversion hides a literal null from the compiler's flow analysis, which would otherwise take
/// <c>t.Rank == null</c> as a test of the column object and warn at its next use.
/// </summary>
/// <typeparam name="T">The type in the model.</typeparam>
public readonly struct ValueOperand<T>
    where T : struct
{
    private ValueOperand(T? value) => Value = value;

    internal T? Value { get; }

    /// <summary>A value or null.</summary>
    public static implicit operator ValueOperand<T>(T? value) => new(value);
}
