using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Spans of time in whole milliseconds; finer parts are cut.</summary>
public sealed class TimeSpanCodec : JsonCodec<TimeSpan>
{
    internal TimeSpanCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "Duration";

    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        const long Greatest = long.MaxValue / TimeSpan.TicksPerMillisecond;
        if (reader.TokenType == JsonTokenType.Number && !reader.TryGetInt64(out _) && reader.TryGetDecimal(out var fraction)
            && Math.Abs(fraction) <= Greatest)
        {
            return TimeSpan.FromTicks((long)(fraction * TimeSpan.TicksPerMillisecond));
        }

        return TimeSpan.FromTicks(WholeNumber.Read(ref reader, -Greatest, Greatest, "TimeSpan in milliseconds") * TimeSpan.TicksPerMillisecond);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonAudience audience)
        => writer.WriteNumberValue(value.Ticks / TimeSpan.TicksPerMillisecond);
}
