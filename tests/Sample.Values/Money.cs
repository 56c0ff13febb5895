using System.Globalization;
using System.Text.Json;
using Pod.Protocol;

namespace Sample.Values;

/// <summary>A custom type that C# holds as a value.</summary>
public readonly record struct Money(decimal Amount, string Currency) : IPodJsonValue<Money>
{
    public static Money ReadJson(ref Utf8JsonReader reader) => reader.GetString()?.Split(' ') is [var amount, var currency]
        ? new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency)
        : throw new FormatException("Money is an amount and a currency.");

    public void WriteJson(Utf8JsonWriter writer) => writer?.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}"));
}
