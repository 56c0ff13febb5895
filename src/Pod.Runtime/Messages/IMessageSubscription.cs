namespace Pod.Runtime;

/// <summary>An active subscription: it holds every message since it was made. Enumerate it once; dispose it to end it.</summary>
/// <typeparam name="T">The model that the messages are, or a parent of it.</typeparam>
public interface IMessageSubscription<out T> : IAsyncEnumerable<T>, IAsyncDisposable;
