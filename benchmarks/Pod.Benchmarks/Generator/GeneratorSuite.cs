using System.Globalization;
using Pod.Generator;

namespace Pod.Benchmarks.Generator;

/// <summary>
/// Full and incremental runs of the generator over projects of growing size. Times per model should stay the same: more is quadratic growth.
/// </summary>
internal static class GeneratorSuite
{
    private static readonly int[] Sizes = [100, 300, 1000];

    public static Task RunAsync(bool isQuick)
    {
        var runs = isQuick ? 5 : 15;
        var cold = Measurement.Once(() => Generate(SyntheticProject.Make(Sizes[0])));
        Console.WriteLine($"Cold: the first run of the process, {Sizes[0]} models: {cold:0} ms. The rest: medians of {runs} runs, warmed up.\n");
        for (var run = 0; run < runs; run++)
        {
            Measure(Sizes[0], runs: 3);
        }

        var results = Sizes.Select(size => Measure(size, runs)).ToList();
        var table = new MarkdownTable(
            "Models", "full, ms", "per model, ms", "model edited, ms", "full / edited", "endpoint edited, ms", "full / edited");
        foreach (var result in results)
        {
            table.Add(
                Text(result.Models, "0"), Text(result.Full, "0.0"), Text(result.Full / result.Models, "0.000"), Text(result.ModelEdited, "0.0"),
                Text(result.Full / result.ModelEdited, "0.0"), Text(result.EndpointEdited, "0.0"), Text(result.Full / result.EndpointEdited, "0.0"));
        }

        var (small, large) = (results[0], results[^1]);
        table.Add(
            $"per model, {large.Models} / {small.Models}", "", Text(Growth(large, small, static result => result.Full), "0.00"),
            Text(Growth(large, small, static result => result.ModelEdited), "0.00"), "",
            Text(Growth(large, small, static result => result.EndpointEdited), "0.00"), "");
        table.Print();
        return Task.CompletedTask;
    }

    private static Result Measure(int models, int runs)
    {
        var input = SyntheticProject.Make(models);
        var full = Measurement.Median(runs, _ => Generate(input));

        var session = new GenerationSession();
        session.Generate(input);
        var modelEdited = Measurement.Median(runs, edit => Check(session.Generate(input = SyntheticProject.TouchModel(input, edit))));
        var endpointEdited = Measurement.Median(runs, edit => Check(session.Generate(input = SyntheticProject.TouchEndpoint(input, edit))));
        return new Result(models, full, modelEdited, endpointEdited);
    }

    private static void Generate(GenerationInput input) => Check(ProjectGenerator.Generate(input));

    private static void Check(GenerationResult result)
    {
        if (!result.Succeeded || result.Project.Endpoints.Count == 0)
        {
            throw new InvalidOperationException($"The synthetic project is broken:\n{string.Join('\n', result.Diagnostics.Take(10))}");
        }
    }

    private static double Growth(Result large, Result small, Func<Result, double> time) =>
        time(large) / large.Models / (time(small) / small.Models);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Result(int Models, double Full, double ModelEdited, double EndpointEdited);
}
