namespace Pod.Database;

/// <summary>The right side of comparisons that only allow null: <c>t.Tags == null</c>.</summary>
public readonly struct NullOperand
{
    /// <summary>Null.</summary>
    public static implicit operator NullOperand(NoValue? value) => default;

    /// <summary>A type without values, so that only null converts.</summary>
    public sealed class NoValue
    {
        private NoValue()
        {
        }
    }
}
