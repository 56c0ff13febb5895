using Pod.Database.Selecting.Elements;

namespace Pod.Database;

/// <summary>What a query reads of each row or group, made by <see cref="Select"/>, <see cref="Key"/> or <see cref="Aggregate"/>.</summary>
/// <typeparam name="T">What each row becomes: one value or a tuple.</typeparam>
public sealed class Selection<T>
{
    internal Selection(Selected[] elements, Func<RowReader, T> read)
    {
        Elements = elements;
        Read = read;
    }

    internal Selected[] Elements { get; }

    internal Func<RowReader, T> Read { get; }
}
