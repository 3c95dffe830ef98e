package io.ashiato.publish.document;

import java.util.List;

/// A figure as shapes on a plane, x to the right and y down, in units of about a pixel.
///
/// @param title what the figure shows
/// @param description one sentence with what it tells
public record Drawing(String id, double width, double height, String title, String description, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// What can be drawn. The look is chosen by [Paint] alone, so that light, dark and print agree.
    public sealed interface Shape {
        record Box(double x, double y, double width, double height, double radius, Paint paint) implements Shape {}

        /// Straight lines from point to point: x, y, x, y, ...
        record Path(List<Double> points, boolean closed, Paint paint) implements Shape {
            public Path {
                points = List.copyOf(points);
            }
        }

        record Circle(double x, double y, double radius, Paint paint) implements Shape {}

        /// @param x where the anchor is
        /// @param y the base line
        /// @param width as measured by the layout
        record Text(double x, double y, double width, Anchor anchor, double size, String text, Paint paint)
                implements Shape {
            /// The left edge of the measured box.
            public double left() {
                return switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
            }
        }
    }

    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /// What a shape is, from which each medium takes its look.
    public enum Paint {
        TEXT,
        TEXT_QUIET,
        TEXT_GRAVE,
        TEXT_ON_STRONG,
        GRID,
        COVERAGE,
        GAP,
        LOST,
        LEADER,
        MARK,
        MARK_OPEN,
        CLUSTER,
        TAMPERING,
        TAMPERING_CROSS,
        BREAK,
        SHADE_1,
        SHADE_2,
        SHADE_3,
        SHADE_4
    }
}
