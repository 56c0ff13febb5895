using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Pod.Benchmarks.Orm.Contenders;

/// <summary>Instants of which some are missing: Npgsql cannot guess their type from a null, and Dapper cannot name it.</summary>
internal sealed class InstantsParameter(DateTime?[] values) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name) => command.Parameters.Add(
        new NpgsqlParameter<DateTime?[]>(name, values) { NpgsqlDbType = NpgsqlDbType.TimestampTz | NpgsqlDbType.Array });
}
