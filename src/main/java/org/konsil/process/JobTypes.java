package org.konsil.process;

import io.camunda.client.annotation.JobWorker;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** The job types for which this program has a worker. */
@Component
class JobTypes {

    private final ApplicationContext context;

    JobTypes(ApplicationContext context) {
        this.context = context;
    }

    Set<String> known() {
        var types = new TreeSet<String>();
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name, false);
            if (type != null && type.getName().startsWith("org.konsil.")) {
                MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<JobWorker>)
                                method -> AnnotatedElementUtils.findMergedAnnotation(method, JobWorker.class))
                        .values()
                        .forEach(worker -> types.add(worker.type()));
            }
        }
        return types;
    }
}
