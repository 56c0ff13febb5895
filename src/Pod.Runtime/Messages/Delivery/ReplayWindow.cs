namespace Pod.Runtime.Messages.Delivery;

/// <summary>
/// The numbers of a sender that were seen lately. A message that is sent again, because its sender did not learn that it had arrived, is known by
/// its number; messages that overtake each other by a little are not mistaken for such.
/// </summary>
internal sealed class ReplayWindow
{
    private const int Width = 64;

    private long _highest = -1;

    // Bit n: the number n below the highest was seen.
    private ulong _seen;

    /// <summary>Notes a number; false where it was seen before, or is so old that nobody can tell.</summary>
    public bool TryAdd(long number)
    {
        if (number > _highest)
        {
            var step = number - _highest;
            _seen = (step < Width && _highest >= 0 ? _seen << (int)step : 0) | 1;
            _highest = number;
            return true;
        }

        var age = _highest - number;
        if (age >= Width || (_seen & (1UL << (int)age)) != 0)
        {
            return false;
        }

        _seen |= 1UL << (int)age;
        return true;
    }
}
