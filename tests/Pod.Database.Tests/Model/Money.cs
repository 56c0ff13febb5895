using System.Globalization;
using System.Text.Json;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

/// <summary>A custom type.</summary>
public readonly record struct Money(decimal Amount, string Currency) : IPodJsonValue<Money>
{
    public static Money ReadJson(ref Utf8JsonReader reader)
    {
        var parts = reader.GetString()!.Split(' ');
        return new Money(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}"));
    }
}
