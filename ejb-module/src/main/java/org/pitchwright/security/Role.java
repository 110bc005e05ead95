package org.pitchwright.security;

/** What a person is in the company, or that the caller is a system. */
public enum Role {
  /** May do everything, and manages people and API clients. */
  ADMIN,
  /** Decides what is said to whom: catalogue, audiences, copy, campaigns. */
  MARKETER,
  /** Approves or rejects what is about to be said. */
  REVIEWER,
  /** Reads everything but people's accounts, and works on insight, audiences and experiments. */
  ANALYST,
  /** Runs jobs, imports and models. */
  OPERATOR,
  /** Answers customers. */
  AGENT,
  /** A system; what it may do is said by its scopes alone. */
  API
}
