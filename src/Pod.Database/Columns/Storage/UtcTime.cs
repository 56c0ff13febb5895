namespace Pod.Database.Columns.Storage;

/// <summary>Columns hold instants; a time whose zone nobody knows is refused rather than guessed.</summary>
internal static class UtcTime
{
    public static DateTime From(DateTime value, string? column = null)
        => value.Kind switch
        {
            DateTimeKind.Utc => value,
            DateTimeKind.Local => value.ToUniversalTime(),
            _ => throw new ArgumentException(
                $"The DateTime for {(column is null ? "a hole of the SQL" : $"column '{column}'")} has Kind Unspecified. "
                + "Give it a zone with DateTime.SpecifyKind, or take it from TimeProvider.GetUtcNow()."),
        };
}
