// The article's network in JavaScript, its values as JSON for `bpwalk check`: node network.js [SLIP [ITERATIONS]]
// SLIP makes one, to see it found: bias (of h2 left out), alpha (forgotten), early (new weights on the way back).
const slip = process.argv[2] || "", iterations = Number(process.argv[3] || 1);
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const i = [0.1, 0.2], O = [0.01, 0.99], alpha = 0.5;
let W1 = [[0.1, 0.2], [0.3, 0.4]], B1 = [0.55, 0.56];
let W2 = [[0.5, 0.6], [0.7, 0.8]], B2 = [0.66, 0.67];

const sums = (W, x, b) => W.map((row, n) => row.reduce((sum, w, k) => sum + w * x[k], b[n]));
const outer = (d, x) => d.map((a) => x.map((b) => a * b));
const step = (w, d) => w.map((x, n) => (Array.isArray(x) ? step(x, d[n]) : x - (slip === "alpha" ? 1 : alpha) * d[n]));

const walk = () => {
    const in_h = sums(W1, i, slip === "bias" ? [B1[0], 0] : B1), out_h = in_h.map(sigmoid);
    const in_O = sums(W2, out_h, B2), out_O = in_O.map(sigmoid);
    const E_O = O.map((o, n) => 0.5 * (o - out_O[n]) ** 2), E_total = E_O[0] + E_O[1];

    const sigma_O = out_O.map((out, n) => (out - O[n]) * out * (1 - out));
    const dW2 = outer(sigma_O, out_h), W2_new = step(W2, dW2), B2_new = step(B2, sigma_O);
    const V = slip === "early" ? W2_new : W2;
    const sigma_h = out_h.map((out, k) => (sigma_O[0] * V[0][k] + sigma_O[1] * V[1][k]) * out * (1 - out));
    const dW1 = outer(sigma_h, i), W1_new = step(W1, dW1), B1_new = step(B1, sigma_h);
    [W1, B1, W2, B2] = [W1_new, B1_new, W2_new, B2_new];
    return { in_h, out_h, in_O, out_O, E_O, E_total, sigma_O, dW2, W2_new, B2_new, sigma_h, dW1, W1_new, B1_new };
};

console.log(JSON.stringify({ iterations: Array.from({ length: iterations }, walk) }));
