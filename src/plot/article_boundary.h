/* Article boundary: the six networks' regions as the article's program draws them: five rows of
 * two, each place of a grid of 0.01 in the colour of its class. The program asks the networks, as
 * that one does; the trainings are those of the figure boundary, which breaks at no output of 0
 * or 1. */
#ifndef BPWALK_ARTICLE_BOUNDARY_H
#define BPWALK_ARTICLE_BOUNDARY_H

#include "plot/script.h"

/* Of 16 x 32 inches, of 100 pixels each */
enum { ARTICLE_BOUNDARY_WIDTH = 1600, ARTICLE_BOUNDARY_HEIGHT = 3200 };

void article_boundary_draw(struct script *script);

#endif
