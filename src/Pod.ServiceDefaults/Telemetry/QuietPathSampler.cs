using OpenTelemetry.Trace;

namespace Pod.ServiceDefaults.Telemetry;

/// <summary>Leaves out requests for some paths.</summary>
internal sealed class QuietPathSampler(IReadOnlyCollection<string> paths, Sampler others) : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        foreach (var tag in samplingParameters.Tags ?? [])
        {
            if (tag is { Key: "url.path", Value: string path } && paths.Contains(path))
            {
                return new SamplingResult(SamplingDecision.Drop);
            }
        }

        return others.ShouldSample(samplingParameters);
    }
}
