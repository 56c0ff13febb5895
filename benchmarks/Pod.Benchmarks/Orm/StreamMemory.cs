using System.Globalization;
using Pod.Benchmarks.Orm.Contenders;

namespace Pod.Benchmarks.Orm;

/// <summary>How much memory a stream of rows keeps alive near its beginning and near its end: the same, if it holds no rows back.</summary>
internal static class StreamMemory
{
    private static readonly int[] Places = [1_000, OrmRows.Readings - 1];

    public static async Task<string> MeasureAsync(IOrmContender contender)
    {
        var held = new List<string>();
        // The first stream fills buffers that stay.
        await foreach (var _ in contender.StreamAsync())
        {
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var row = 0;
        await foreach (var _ in contender.StreamAsync())
        {
            if (Places.Contains(++row))
            {
                var kilobytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024;
                held.Add(string.Create(CultureInfo.InvariantCulture, $"{kilobytes:#,0} KB at row {row:#,0}"));
            }
        }

        return $"a stream of {row.ToString("#,0", CultureInfo.InvariantCulture)} rows keeps {string.Join(" and ", held)}";
    }
}
