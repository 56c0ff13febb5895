namespace Pod.Protocol.Serialization;

/// <summary>Writes dates and times in ISO-8601, with three fraction digits, or six where there are microseconds. Finer ticks are cut.</summary>
internal static class IsoTime
{
    public const int LongestDateTime = 33;

    public static int WriteDate(Span<byte> target, int year, int month, int day)
    {
        WriteDigits(target, year, 4);
        target[4] = (byte)'-';
        WriteDigits(target[5..], month, 2);
        target[7] = (byte)'-';
        WriteDigits(target[8..], day, 2);
        return 10;
    }

    public static int WriteTime(Span<byte> target, long ticksOfDay)
    {
        var seconds = (int)(ticksOfDay / TimeSpan.TicksPerSecond);
        WriteDigits(target, seconds / 3600, 2);
        target[2] = (byte)':';
        WriteDigits(target[3..], seconds / 60 % 60, 2);
        target[5] = (byte)':';
        WriteDigits(target[6..], seconds % 60, 2);
        target[8] = (byte)'.';
        var microseconds = (int)(ticksOfDay % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        if (microseconds % 1000 == 0)
        {
            WriteDigits(target[9..], microseconds / 1000, 3);
            return 12;
        }

        WriteDigits(target[9..], microseconds, 6);
        return 15;
    }

    public static int WriteDateTime(Span<byte> target, DateTime value)
    {
        var length = WriteDate(target, value.Year, value.Month, value.Day);
        target[length] = (byte)'T';
        return length + 1 + WriteTime(target[(length + 1)..], value.TimeOfDay.Ticks);
    }

    public static int WriteOffset(Span<byte> target, TimeSpan offset)
    {
        var minutes = (int)offset.TotalMinutes;
        target[0] = minutes < 0 ? (byte)'-' : (byte)'+';
        minutes = Math.Abs(minutes);
        WriteDigits(target[1..], minutes / 60, 2);
        target[3] = (byte)':';
        WriteDigits(target[4..], minutes % 60, 2);
        return 6;
    }

    private static void WriteDigits(Span<byte> target, int value, int digits)
    {
        for (var i = digits - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
