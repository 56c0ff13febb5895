namespace Pod.Database;

/// <inheritdoc cref="ValueOperand{T}"/>
public readonly struct ReferenceOperand<T>
    where T : class
{
    private ReferenceOperand(T? value) => Value = value;

    internal T? Value { get; }

    /// <summary>A value or null.</summary>
    public static implicit operator ReferenceOperand<T>(T? value) => new(value);
}
