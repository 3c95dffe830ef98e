package io.ashiato.casefile.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Shares jobs out to threads and takes their results back in the order in which the jobs were given, so that the
/// outcome does not depend on the number of threads.
///
/// @param <R> what a job gives
public final class OrderedWork<R> implements AutoCloseable {
    private final ExecutorService workers;
    private final Queue<Future<R>> pending = new ArrayDeque<>();
    private final int ahead;

    /// Something to do, on any thread.
    public interface Job<R> {
        R run() throws IOException;
    }

    /// Takes results, on the thread that gives the jobs.
    public interface Taker<R> {
        void take(R result) throws IOException;
    }

    /// @param name of the threads, for whoever looks at them
    /// @param threads at least 1
    /// @param jobsPerThread at work or waiting to be taken: enough to keep a thread busy, few enough to
    ///     bound memory
    public OrderedWork(String name, int threads, int jobsPerThread) {
        ahead = threads * jobsPerThread;
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon(true).factory());
    }

    /// Gives a job. Where too many are ahead, the oldest is waited for and its result handed over.
    ///
    /// @throws IOException if a job or the taker failed
    public void add(Job<R> job, Taker<R> taker) throws IOException {
        pending.add(workers.submit(job::run));
        if (pending.size() >= ahead) {
            takeOldest(taker);
        }
    }

    /// Hands over the results of all jobs given so far.
    ///
    /// @throws IOException if a job or the taker failed
    public void finish(Taker<R> taker) throws IOException {
        while (!pending.isEmpty()) {
            takeOldest(taker);
        }
    }

    private void takeOldest(Taker<R> taker) throws IOException {
        boolean taken = false;
        try {
            taker.take(result(pending.remove()));
            taken = true;
        } finally {
            if (!taken) { // nobody is to get these for the results of what comes next
                pending.forEach(job -> job.cancel(true));
                pending.clear();
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException bug) {
                throw bug;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}
