using System.Numerics;

namespace Pod.Runtime.Caching.Local;

/// <summary>
/// Estimates how often keys were seen lately, in a few bytes per entry: a count-min sketch of four rows whose counters stop at 15 and are halved
/// from time to time, so that what was hot yesterday cools down.
/// </summary>
internal sealed class FrequencySketch
{
    private const int Rows = 4;
    private const byte MostSeen = 15;
    private const int LargestRow = 1 << 20;
    private const int SeenPerCounter = 10;

    // Odd constants spread one hash over the rows.
    private static readonly uint[] Seeds = [0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F];

    private readonly byte[] _counters;
    private readonly int _shift;
    private readonly int _rowLength;
    private int _seen;

    public FrequencySketch(int capacity)
    {
        _rowLength = Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)capacity), 16, LargestRow);
        _shift = 32 - BitOperations.Log2((uint)_rowLength);
        _counters = new byte[Rows * _rowLength];
    }

    public int Estimate(int hash)
    {
        var least = MostSeen;
        for (var row = 0; row < Rows; row++)
        {
            least = Math.Min(least, _counters[IndexOf(hash, row)]);
        }

        return least;
    }

    public void Count(int hash)
    {
        for (var row = 0; row < Rows; row++)
        {
            ref var counter = ref _counters[IndexOf(hash, row)];
            counter = Math.Min((byte)(counter + 1), MostSeen);
        }

        if (++_seen == SeenPerCounter * _rowLength)
        {
            Age();
        }
    }

    private void Age()
    {
        _seen = 0;
        for (var i = 0; i < _counters.Length; i++)
        {
            _counters[i] >>= 1;
        }
    }

    private int IndexOf(int hash, int row) => (row * _rowLength) + (int)(((uint)hash * Seeds[row]) >> _shift);
}
