using Npgsql;

namespace Pod.Database.Raw;

/// <summary>Reads a field and tells failures in terms of the query.</summary>
internal static class Field
{
    public static T Read<T>(NpgsqlDataReader reader, int ordinal, Func<NpgsqlDataReader, int, T> read)
    {
        try
        {
            return read(reader, ordinal);
        }
        catch (InvalidCastException exception) when (!reader.IsDBNull(ordinal))
        {
            throw new InvalidOperationException(
                $"Column '{reader.GetName(ordinal)}' of type '{reader.GetDataTypeName(ordinal)}' cannot be read as '{typeof(T).Name}'. Read it as the fitting "
                + "type, or cast it in the SQL.",
                exception);
        }
        catch (InvalidCastException)
        {
            throw ResultColumns.IsNull(reader.GetName(ordinal), typeof(T));
        }
    }
}
