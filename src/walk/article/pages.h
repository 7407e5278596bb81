/* Pages: the sections of the walk. Each records its steps in a trace that holds, by name, what the
 * sections before it have computed. */
#ifndef BPWALK_PAGES_H
#define BPWALK_PAGES_H

struct trace;

void page_neuron(struct trace *trace);        /* (3.1) to (3.6), in a trace of their own */
void page_sigmoid(struct trace *trace);       /* (4.1) to (4.5), in a trace of their own */
void page_cross_entropy(struct trace *trace); /* below (5.5), in a trace of its own */
void page_forward(struct trace *trace);       /* (5.1) to (5.4) */
void page_error(struct trace *trace);         /* (5.5) */
void page_output_layer(struct trace *trace);  /* (5.6) to (5.19) */
void page_hidden_layer(struct trace *trace);  /* (5.20) to (5.30), (5.32), (5.33) */
void page_forward_again(struct trace *trace); /* (5.1) to (5.5), after the update */

#endif
