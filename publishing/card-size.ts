/** Pixels of a share picture: what social sites ask for (1.91 to 1). */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630
