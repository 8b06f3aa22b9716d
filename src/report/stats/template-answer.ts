/** An answer that fits every prompt: what a drill's own criteria must not be met by. */
export const templateAnswer = `## Constraints

- **Latency:** I assume a p95 of 300 ms end to end and a p99 of 800 ms.
- **Quality:** WER at most 9 %, task success at least 90 %.
- **Privacy:** PII is redacted before anything is stored.
- **Data retention:** logs are kept for 30 days, raw audio for 7 days with consent.
- **Cost:** I assume 0.02 USD per request and 20 GPUs.
- **Traffic:** I assume 10,000 requests a day with a peak factor of 3.
- **Failure tolerance:** 99.9 % availability, one zone may be lost.

## Model path

- **ASR:** a streaming conformer transducer with chunks of 320 ms.
- **LLM:** a 7B model with retrieval, quantised to 8 bit, continuous batching.
- **TTS:** a streaming neural voice with a real-time factor below 0.3.

## Evaluation

- **Offline slices:** by language, accent, noise, device and length of the utterance.
- **Online SLOs:** p95 latency below 300 ms and an error rate below 1 %.
- **Human review:** 200 samples a week by two raters with a kappa above 0.7.
- **Regression budgets:** a release ships only if WER is at most 0.3 points worse on every slice and p95 at most 5 % worse; otherwise it is blocked.

## Operations

- **Deployment:** shadow, then a canary with 1 %, 5 %, 25 %, 100 %, a day each.
- **CI/CD:** every model is versioned in a registry and tested on the golden set.
- **Monitoring:** dashboards of latency, errors, drift, throughput and GPU utilisation; we log counts and hashed ids, never transcripts.
- **Alerts:** page when the error rate exceeds 2 % for 5 minutes.
- **First hour:** acknowledge, open a channel, name a commander, check recent changes, decide by minute 30.
- **Mitigation:** roll back the last change, turn off the feature flag or shed load.
- **Rollback:** when the canary's error rate exceeds 2 % for 10 minutes, traffic goes back to the previous version within 5 minutes.
- **Incident ownership:** the on-call engineer of the ML platform owns incidents.
- **Failure modes:** model drift, overload, bad data, dependency outage.
- **Learning:** every incident becomes a regression test within 7 days, owned by the team.

## Tradeoffs

- **No larger model:** a larger model would gain 1 point of quality but costs 40 % more GPU time and 100 ms, so we take the smaller one.
`
