package io.github.clinicaldata.format.x12.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The tree of HL segments: ids from 1 on without a gap, parents that are open, child flags. */
final class HierarchyRules implements Rules {
    private static final class Level {
        private final long position;
        private final String loop;
        private final String id;
        private final String code;
        private final boolean saysChildren;
        private boolean hasChildren;

        Level(Segment segment) {
            position = segment.position();
            loop = segment.loop();
            id = segment.text(1);
            code = segment.text(3);
            saysChildren = segment.text(4).equals("1");
        }
    }

    private final Findings findings;

    /** The level in which each level stands; empty for the outermost one. */
    private final Map<String, String> parents;

    private final Deque<Level> open = new ArrayDeque<>();
    private long count;

    HierarchyRules(Findings findings, Map<String, String> parents) {
        this.findings = findings;
        this.parents = parents;
    }

    @Override
    public void segment(Segment segment) {
        if (!segment.is("HL")) {
            return;
        }
        count++;
        if (!segment.text(1).equals(Long.toString(count))) {
            findings.add(
                    segment,
                    1,
                    "hl-number-wrong",
                    "The levels of a transaction are numbered from 1 without a gap; this is level "
                            + count);
        }
        String parent = segment.text(2);
        while (!open.isEmpty() && !open.getLast().id.equals(parent)) {
            close(open.removeLast());
        }
        if (open.isEmpty()) {
            outermost(segment, parent);
        } else {
            inner(segment, open.getLast());
        }
        open.addLast(new Level(segment));
    }

    private void outermost(Segment segment, String parent) {
        if (!parent.isEmpty()) {
            findings.add(
                    segment,
                    2,
                    "hl-parent-unknown",
                    "Level " + parent + " is not open before this");
        } else if (!parents.getOrDefault(segment.text(3), "").isEmpty()) {
            findings.add(
                    segment,
                    2,
                    "hl-parent-missing",
                    "A level " + segment.text(3) + " stands in another one");
        }
    }

    private void inner(Segment segment, Level parent) {
        parent.hasChildren = true;
        String expected = parents.get(segment.text(3));
        if (expected != null && !expected.equals(parent.code)) {
            findings.add(
                    segment,
                    2,
                    "hl-parent-wrong",
                    "A level " + segment.text(3) + " does not stand in a level " + parent.code);
        }
        if (!parent.saysChildren) {
            findings.add(
                    parent.position,
                    "HL",
                    4,
                    0,
                    parent.loop,
                    "hl-child-flag-wrong",
                    "The level says that it has no other one in it, but it has");
        }
    }

    private void close(Level level) {
        if (level.saysChildren && !level.hasChildren) {
            findings.add(
                    level.position,
                    "HL",
                    4,
                    0,
                    level.loop,
                    "hl-children-missing",
                    "The level says that it has others in it, but none follows");
        }
    }

    @Override
    public void end() {
        while (!open.isEmpty()) {
            close(open.removeLast());
        }
    }
}
