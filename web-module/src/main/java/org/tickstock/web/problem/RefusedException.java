package org.tickstock.web.problem;

/**
 * Ends a request with a problem that the caller is told.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    /** Ends it with this problem. */
    public RefusedException(ApiProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** What the caller is told. */
    public ApiProblem problem() {
        return problem;
    }
}
