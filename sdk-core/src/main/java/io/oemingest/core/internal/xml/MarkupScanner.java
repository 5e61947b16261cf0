package io.oemingest.core.internal.xml;

/** Tells, character by character, where tags begin, apart from what only looks so in comments, CDATA and instructions. */
final class MarkupScanner {
    private State state = State.CONTENT;
    private int count;

    /** What the last character belongs to. */
    enum State {
        CONTENT(' ', 0),
        /** Behind "less than". */
        OPENED(' ', 0),
        /** Behind "less than" and "!". */
        DECLARED(' ', 0),
        /** A document type begins. */
        DOCUMENT_TYPE(' ', 0),
        COMMENT('-', 2),
        CDATA(']', 2),
        INSTRUCTION('?', 1);

        // This character, so often, and ">" end the state.
        private final char closing;
        private final int times;

        State(char closing, int times) {
            this.closing = closing;
            this.times = times;
        }
    }

    /** Takes the next character. */
    State pass(char c) {
        state = switch (state) {
            case CONTENT, DOCUMENT_TYPE -> c == '<' ? State.OPENED : State.CONTENT;
            case OPENED -> opened(c);
            case DECLARED -> declared(c);
            case COMMENT, CDATA, INSTRUCTION -> closing(c);
        };
        return state;
    }

    private State opened(char c) {
        count = 0;
        return switch (c) {
            case '<' -> State.OPENED;
            case '!' -> State.DECLARED;
            case '?' -> State.INSTRUCTION;
            default -> State.CONTENT;
        };
    }

    private State declared(char c) {
        return switch (c) {
            case 'D' -> State.DOCUMENT_TYPE;
            case '[' -> State.CDATA;
            case '-' -> dash();
            default -> State.CONTENT;
        };
    }

    // The second of two dashes begins the comment.
    private State dash() {
        count++;
        if (count < 2) {
            return State.DECLARED;
        }
        count = 0;
        return State.COMMENT;
    }

    private State closing(char c) {
        if (c == state.closing) {
            count++;
            return state;
        }
        boolean closed = c == '>' && count >= state.times;
        count = 0;
        return closed ? State.CONTENT : state;
    }
}
