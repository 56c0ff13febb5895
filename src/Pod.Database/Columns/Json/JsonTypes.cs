namespace Pod.Database.Columns.Json;

/// <summary>What a JSON value has to be to be read as a type, in the JSON path language.</summary>
internal static class JsonTypes
{
    public const string Text = "@.type() == \"string\"";

    public const string Boolean = "@.type() == \"boolean\"";

    public const string Long = Number + " && @ >= -9223372036854775808 && @ <= 9223372036854775807 && @.floor() == @";

    // The largest and the smallest double; PostgreSQL refuses to convert what lies outside, also towards zero.
    public const string Double = Number + " && @.abs() <= 1.7976931348623157e308 && (@ == 0 || @.abs() >= 4.9406564584124655e-324)";

    public const string Decimal = Number + " && @.abs() <= 79228162514264337593543950335";

    /// <summary>Text that PostgreSQL can convert: ISO 8601 with a zone, and a day that the calendar has.</summary>
    public const string Instant = Text + " && !(@ starts with \"0000\") && @ like_regex \"^(" + CommonDay + "|" + LeapDay + ")T" + Time + Zone + "$\"";

    private const string Number = "@.type() == \"number\"";

    private const string CommonDay
        = "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";

    private const string LeapDay = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,9})?";

    private const string Zone = "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])";
}
