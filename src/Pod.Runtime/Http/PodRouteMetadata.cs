namespace Pod.Runtime.Http;

/// <summary>Marks the routing endpoints of Pod, so that <see cref="PodMatcherPolicy"/> finds them.</summary>
/// <param name="Suffix">How the path must end, letter by letter: routing itself does not tell letter case apart. Null where any path fits.</param>
/// <param name="IsSoft">Only answers with a refusal, so everything that the application maps itself goes first.</param>
/// <param name="IsPostOnly">
/// Fits only POST, and the question of a browser whether a page may POST. Not said with routing's own metadata, because that would answer 405 to the GET of any file whose path looks alike.
/// </param>
internal sealed record PodRouteMetadata(string? Suffix, bool IsSoft, bool IsPostOnly);
